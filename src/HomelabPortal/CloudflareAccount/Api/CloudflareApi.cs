using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Platform;

namespace HomelabPortal.CloudflareAccount.Api;

internal static class CloudflareApi
{
    public static void MapCloudflareApi(this RouteGroupBuilder api) =>
        api.MapGet("/cloudflare", (Live<AccountState> live) => ApiAnswer.Of(AccountResource.Of(live.Current.Value)))
            .RequireAct(Act.SeeLab).Produces<AccountResource>().WithTags("Lab").WithSummary("The Cloudflare account: token, permissions, budget, last call and last fault");
}
