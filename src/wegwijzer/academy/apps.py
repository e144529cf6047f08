from django.apps import AppConfig


class AcademyConfig(AppConfig):
    name = "wegwijzer.academy"
    label = "academy"

    def ready(self) -> None:
        from wegwijzer.academy.personal_data import register_sources

        register_sources()
