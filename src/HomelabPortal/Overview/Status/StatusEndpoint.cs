using HomelabPortal.Access.Authority;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HomelabPortal.Overview.Status;

/// <summary>The lab in one glance as a plain document: no script, no circuit, readable on a bad connection.</summary>
internal static class StatusEndpoint
{
    public static void MapStatus(this IEndpointRouteBuilder app) =>
        app.MapGet("/status", Answer).RequireAuthorization(RequireActAttribute.PolicyOf(Act.SeeLab));

    private static RazorComponentResult<StatusDocument> Answer(HttpContext http, bool? still, StatusPictures pictures)
    {
        http.Response.Headers.CacheControl = "no-store";
        var isStill = still == true;
        if (!isStill)
            http.Response.Headers.Append("Refresh", "20");
        return new RazorComponentResult<StatusDocument>(new { Picture = pictures.Take(), Theme = http.Request.Cookies["theme"], IsStill = isStill });
    }
}
