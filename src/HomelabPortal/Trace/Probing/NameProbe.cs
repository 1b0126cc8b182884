using System.Net;
using System.Net.Sockets;
using HomelabPortal.Hostnames.Probing;
using HomelabPortal.Platform;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Probing;

/// <summary>Asks for a name twice: the resolver of the portal's pod, which is the house's, and a public one. Where they differ, the house has an answer of its own.</summary>
internal sealed class NameProbe(IProbeNetwork network, EdgeResolver resolver, TimeProvider time)
{
    public Task<ProbeSight> AskHouseAsync(string host, IReadOnlyList<string> expected, CancellationToken cancellationToken) =>
        AskAsync("from the portal's pod", $"{host}, by the house's DNS", stop => network.ResolveAsync(host, stop), expected, cancellationToken);

    public Task<ProbeSight> AskPublicAsync(string host, CancellationToken cancellationToken) =>
        AskAsync("from a public resolver", $"{host}, by public DNS", stop => resolver.FindAsync(host, stop), [], cancellationToken);

    /// <param name="expected">Addresses that would be right; empty when any is.</param>
    private async Task<ProbeSight> AskAsync(string vantage, string target, Func<CancellationToken, Task<IReadOnlyList<IPAddress>>> ask, IReadOnlyList<string> expected, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        ProbeSight Sight(ProbeOutcome outcome, string sentence) => new(HopKind.Dns, vantage, target, outcome, sentence, time.GetElapsedTime(began));
        using var limit = new CancellationTokenSource(ProbeBudget.Dns, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var found = await ask(both.Token);
            var answer = string.Join(", ", found.Take(4));
            return (found.Count, expected.Count) switch
            {
                (0, _) => Sight(ProbeOutcome.Unreachable, "It has no address for the name."),
                (_, > 0) when !found.Any(address => expected.Contains(address.ToString())) => Sight(ProbeOutcome.Reached, $"It answers {answer}, which is not {string.Join(" or ", expected)}."),
                _ => Sight(ProbeOutcome.Verified, $"It answers {answer}."),
            };
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Sight(ProbeOutcome.Unreachable, $"It gave no answer within {ProbeBudget.Dns.TotalMilliseconds:0} ms.");
        }
        catch (Exception fault) when (fault is SocketException or IExplainedFault or ProbeFault)
        {
            return Sight(ProbeOutcome.NotTested, fault is SocketException ? "The resolver could not be asked." : fault.Message);
        }
    }
}
