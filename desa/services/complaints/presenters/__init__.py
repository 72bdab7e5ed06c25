from desa.services.complaints.presenters.words import SENTENCES, place_words

__all__ = ["SENTENCES", "place_words"]
