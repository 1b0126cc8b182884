using System.Net;

namespace HomelabPortal.Trace.Probing;

/// <summary>
/// Pure: what the answer of the house's DNS says. An old record of its own sends everybody in the house astray, whatever public DNS answers.
/// <code>
/// no address                                               Unreachable
/// one of the ingress, or one that public DNS says as well  Verified
/// a name of the house, and no address of the ingress known Verified
/// any other                                                Reached: it leads elsewhere, or that cannot be told
/// </code>
/// </summary>
internal static class NameAnswers
{
    /// <param name="entries">Addresses of the ingress in the house; empty while none is known.</param>
    public static (ProbeOutcome Outcome, string Sentence) OfHouse(IReadOnlyList<IPAddress> found, IReadOnlyList<string> entries) => found switch
    {
        [] => None,
        _ when entries.Count == 0 || Has(found, entries) => (ProbeOutcome.Verified, $"It answers {Text(found)}."),
        _ => (ProbeOutcome.Reached, $"It answers {Text(found)}, which is not {string.Join(" or ", entries)}."),
    };

    /// <summary>Of a name that comes through the tunnel: in the house it may lead to the ingress as well.</summary>
    /// <param name="outside">What public DNS says; null when it could not be asked.</param>
    public static (ProbeOutcome Outcome, string Sentence) OfTunnel(IReadOnlyList<IPAddress> found, IReadOnlyList<string> entries, IReadOnlyList<IPAddress>? outside) => found switch
    {
        [] => None,
        _ when Has(found, entries) || (outside is not null && Has(found, [.. outside.Select(address => $"{address}")])) => (ProbeOutcome.Verified, $"It answers {Text(found)}."),
        _ when outside is null => (ProbeOutcome.Reached, $"It answers {Text(found)}. Public DNS could not be asked, so whether that is right cannot be told."),
        _ => (ProbeOutcome.Reached, $"It answers {Text(found)}, which is neither what public DNS says{(outside.Count > 0 ? $" ({Text(outside)})" : "")} nor an address of the ingress{(entries.Count > 0 ? $" ({string.Join(", ", entries)})" : "")}. Correct or remove the record in the house's DNS."),
    };

    public static string Text(IReadOnlyList<IPAddress> addresses) => string.Join(", ", addresses.Take(4));

    private static (ProbeOutcome, string) None => (ProbeOutcome.Unreachable, "It has no address for the name.");

    private static bool Has(IReadOnlyList<IPAddress> found, IReadOnlyList<string> right) => found.Any(address => right.Contains($"{address}"));
}
