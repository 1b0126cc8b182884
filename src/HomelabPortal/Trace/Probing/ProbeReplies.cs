using System.Globalization;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Probing;

/// <summary>
/// Pure: what an answer means.
/// <code>
/// no HTTP                                    Reached
/// 500 and above                              ServerError
/// 404 in Traefik's own words                 Reached: the ingress is there, the route is not
/// a certificate that does not fit the name   Reached
/// everything else                            Verified
/// </code>
/// </summary>
internal static class ProbeReplies
{
    private const string TraefikNotFound = "404 page not found";

    public static (ProbeOutcome Outcome, string Sentence) Of(HopKind hop, ProbeReply reply) => reply switch
    {
        { Status: null } => (ProbeOutcome.Reached, "Something is there, but it does not speak HTTP."),
        { Status: >= 500 } => (ProbeOutcome.ServerError, $"It answered HTTP {reply.Status}, an error of its own."),
        { Status: 404 } when hop == HopKind.Lan && reply.Text.Contains(TraefikNotFound, StringComparison.Ordinal) => (ProbeOutcome.Reached, "Traefik is there, but has no route for it (HTTP 404)."),
        { CertificateFault: { } fault } => (ProbeOutcome.Reached, $"It answered HTTP {reply.Status}, but {fault}"),
        _ => (ProbeOutcome.Verified, $"It answered HTTP {reply.Status}."),
    };

    /// <summary>The status of "HTTP/1.1 200 OK"; null for anything else.</summary>
    public static int? StatusOf(string text) =>
        text.StartsWith("HTTP/1.", StringComparison.Ordinal) && text.Length >= 12 && text[8] == ' ' && int.TryParse(text.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : null;
}
