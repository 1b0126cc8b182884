using System.Net;

namespace HomelabPortal.Trace.Probing;

/// <summary>What a resolver said of a name.</summary>
/// <param name="Addresses">Null when it gave no answer; empty when it knows none.</param>
internal sealed record NameAnswer(ProbeSight Sight, IReadOnlyList<IPAddress>? Addresses);
