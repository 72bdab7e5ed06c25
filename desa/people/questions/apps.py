from desa.foundation.core.rooms import RoomConfig


class QuestionsConfig(RoomConfig):
    name = "desa.people.questions"
    label = "questions"
    slug = "tanya"
    switchable = True
