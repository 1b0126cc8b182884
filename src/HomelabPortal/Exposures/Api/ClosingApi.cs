using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Desired;
using HomelabPortal.Plans.Closing;

namespace HomelabPortal.Exposures.Api;

internal static class ClosingApi
{
    public static void MapClosingApi(this RouteGroupBuilder api)
    {
        var tunnels = api.MapGroup("/tunnels").WithTags("Exposures");
        tunnels.MapGet("/closed", Get).RequireAct(Act.SeeLab).Produces<ClosingResource>().Tagged().WithSummary("Whether all tunnel routes of the portal are closed");
        tunnels.MapPost("/close", CloseAsync).RequireAct(Act.CloseTunnels).Produces(204).Fails(409, 422).WithSummary("Take every name of the portal off the Internet at once, under every policy");
        tunnels.MapPost("/open", OpenAsync).RequireAct(Act.Publish).Produces(204).Fails(409, 422).WithSummary("Open the tunnel routes again, exactly as they were");
    }

    private static ApiAnswer Get(DesiredStore desired, TimeProvider time) => ApiAnswer.Tagged(ClosingResource.Of(desired.Current, time.GetUtcNow()));

    private static Task<IResult> CloseAsync(HttpContext http, ChangeDesk desk) => SaveAsync(http, desk, TunnelClosing.Close, TunnelClosing.CloseWords);

    private static Task<IResult> OpenAsync(HttpContext http, ChangeDesk desk) => SaveAsync(http, desk, TunnelClosing.Open, TunnelClosing.OpenWords);

    private static Task<IResult> SaveAsync(HttpContext http, ChangeDesk desk, DesiredEdit edit, string words) =>
        desk.SaveAsync(http, _ => Task.FromResult(new Draft(edit, words, ApiAnswer.Empty(StatusCodes.Status204NoContent))));
}
