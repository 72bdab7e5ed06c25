from desa.people.residents.models.event import PersonEvent
from desa.people.residents.models.family import Family, FamilyMembership
from desa.people.residents.models.person import Person
from desa.people.residents.models.residence import Residence

__all__ = ["Family", "FamilyMembership", "Person", "PersonEvent", "Residence"]
