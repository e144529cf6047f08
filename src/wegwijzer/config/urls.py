from django.urls import include, path

urlpatterns = [path("", include("wegwijzer.web.urls"))]
handler400 = "wegwijzer.web.views.errors.bad_request"
handler403 = "wegwijzer.web.views.errors.forbidden"
handler404 = "wegwijzer.web.views.errors.not_found"
handler500 = "wegwijzer.web.views.errors.server_error"
handler429 = "wegwijzer.web.views.errors.too_many_requests"
