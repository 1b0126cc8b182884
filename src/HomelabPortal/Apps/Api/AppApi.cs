using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Apps.Favourites;
using HomelabPortal.Checks;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Apps.Api;

internal static class AppApi
{
    public static void MapAppApi(this RouteGroupBuilder api)
    {
        var apps = api.MapGroup("/apps").WithTags("Apps");
        apps.MapGet("", ListAsync).RequireAct(Act.SeeLab).Produces<Listing<AppResource>>()
            .WithSummary("The tiles of the start page").WithDescription("In the order of the page, without anybody's favourites pulled to the top.");
        apps.MapGet("/hidden", Hidden).RequireAct(Act.SeeLab).Produces<Listing<HiddenApp>>().WithSummary("What could be a tile, and what keeps it from being one");
    }

    private static async Task<ApiAnswer> ListAsync(HttpContext http, Live<AppState> live, Live<ChecksState> checks, FavouriteBook book)
    {
        var favourites = await book.ReadAsync(Actor.Of(http.User), http.RequestAborted);
        return ApiAnswer.Of(Listing<AppResource>.Of(Freshness.Of(live.Current), live.Current.Value.All.Select(app => AppResource.Of(app, favourites.Contains(app.Id), checks.Current.Value))));
    }

    private static ApiAnswer Hidden(Live<AppState> live) =>
        ApiAnswer.Of(Listing<HiddenApp>.Of(Freshness.Of(live.Current), live.Current.Value.Hidden));
}
