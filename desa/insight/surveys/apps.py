from desa.foundation.core.rooms import RoomConfig


class SurveysConfig(RoomConfig):
    name = "desa.insight.surveys"
    label = "surveys"
    slug = "survei"
    switchable = True
