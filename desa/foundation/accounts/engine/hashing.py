from django.contrib.auth.hashers import Argon2PasswordHasher


class CheapArgon2(Argon2PasswordHasher):
    """argon2id at 19 MiB and two passes, 23 ms: a login burst does not fill a small VPS."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
