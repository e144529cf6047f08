from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "wegwijzer.casework"
    label = "casework"

    def ready(self) -> None:
        from wegwijzer.casework.personal_data import register_sources

        register_sources()
