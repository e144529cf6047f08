from django.apps import AppConfig


class AnnualReportConfig(AppConfig):
    name = "wegwijzer.annual_report"
    label = "annual_report"
