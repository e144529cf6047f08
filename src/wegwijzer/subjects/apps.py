from django.apps import AppConfig


class SubjectsConfig(AppConfig):
    name = "wegwijzer.subjects"
    label = "subjects"

    def ready(self) -> None:
        from wegwijzer.subjects.personal_data import register_sources

        register_sources()
