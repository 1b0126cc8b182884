using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Certificates.Api;

internal static class CertificatesApi
{
    public static void MapCertificatesApi(this RouteGroupBuilder api) =>
        api.MapGet("/certificates", Get).RequireAct(Act.SeeLab).Produces<Listing<CertificateResource>>().WithTags("Lab").WithSummary("The certificates that cert-manager keeps, those in trouble first");

    private static ApiAnswer Get(Live<ClusterState> live, TimeProvider time)
    {
        var (current, now) = (live.Current, time.GetUtcNow());
        return ApiAnswer.Of(current.Value.IsConnected
            ? Listing<CertificateResource>.Of(current.Value.Certificates.Status.Freshness(current), CertificateRows.Of(current.Value, now).Select(row => CertificateResource.Of(row, current.Value)))
            : Listing<CertificateResource>.NotConnected(current.Value.Help));
    }
}
