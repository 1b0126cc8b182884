using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Ingress.Reading.Checks;

/// <summary>Where a route's certificate comes from, and whether cert-manager keeps it well.</summary>
internal static class TlsHealth
{
    public static string Text(string secret, string resolver, bool isPassthrough = false) => (secret, resolver, isPassthrough) switch
    {
        (_, _, true) => "passed through",
        ({ Length: > 0 }, _, _) => secret,
        (_, { Length: > 0 }, _) => resolver,
        _ => "default certificate",
    };

    public static string Text(IngressRouteTls? tls) => tls is null ? "" : Text(tls.SecretName, tls.CertResolver);

    /// <summary>The certificate that cert-manager keeps in the secret; secrets themselves are never read.</summary>
    public static Certificate? CertificateOf(string secret, string ns, RouteSurroundings context) => secret.Length == 0
        ? null
        : context.State.Certificates.All.FirstOrDefault(candidate => candidate.Metadata.Namespace == ns && candidate.Spec.SecretName == secret);

    /// <summary>Null when there is nothing to say against it, or nothing is known of it.</summary>
    public static Finding? Judge(string secret, string ns, RouteSurroundings context)
    {
        if (CertificateOf(secret, ns, context) is not { } certificate || CertificateHealth.Judge(certificate, context.Now) is not { NeedsSomeone: true } verdict)
            return null;
        var code = verdict.Word switch
        {
            "Expired" => FindingCodes.CertificateExpired,
            "Not issued" or "Not renewed" => FindingCodes.CertificateFailing,
            _ => FindingCodes.CertificateExpiring,
        };
        return new Finding(code, verdict.State, "Certificate", $"Certificate {certificate.Metadata.Name}: {verdict.Sentence}", "Look at the certificate: it says why it is not renewed.") { Since = verdict.Since };
    }

    /// <summary>Traefik drops a router whose options are missing. The one named default may always be meant.</summary>
    public static Finding? JudgeOptions(IngressRouteReference? options, string routeNamespace, RouteSurroundings context)
    {
        if (options is not { Name.Length: > 0 } || options.Name == "default" || options.Name.Contains('@') || !context.State.TlsOptions.Status.IsKnown)
            return null;
        var ns = options.Namespace.Length > 0 ? options.Namespace : routeNamespace;
        return context.State.TlsOptions.Find(ns, options.Name) is not null
            ? null
            : new Finding(FindingCodes.TlsOptionMissing, Ui.State.HealthState.Broken, "No TLS option", $"There is no TLSOption {options.Name} in namespace {ns}.", "Correct the name in the route, or make the TLSOption.");
    }
}
