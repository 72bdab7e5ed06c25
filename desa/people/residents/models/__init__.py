from desa.people.residents.models.event import PersonEvent
from desa.people.residents.models.family import Family, FamilyMembership
from desa.people.residents.models.person import Person
from desa.people.residents.models.residence import Residence
from desa.people.residents.models.upload import ImportUpload

__all__ = ["Family", "FamilyMembership", "ImportUpload", "Person", "PersonEvent", "Residence"]
