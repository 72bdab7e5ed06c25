from desa.infrastructure.connectivity.presenters.words import SENTENCES, Answer, answer_of

__all__ = ["SENTENCES", "Answer", "answer_of"]
