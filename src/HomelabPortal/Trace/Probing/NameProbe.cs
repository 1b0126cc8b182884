using System.Net;
using System.Net.Sockets;
using HomelabPortal.Hostnames.Probing;
using HomelabPortal.Platform;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Probing;

/// <summary>Asks for a name twice: the resolver of the portal's pod, which is the house's, and a public one. Where they differ, the house has an answer of its own.</summary>
internal sealed class NameProbe(IProbeNetwork network, EdgeResolver resolver, TimeProvider time)
{
    /// <param name="entries">Addresses of the ingress in the house.</param>
    /// <param name="outside">What public DNS says of a name that comes through the tunnel; null for one of the house alone.</param>
    public async Task<ProbeSight> AskHouseAsync(string host, IReadOnlyList<string> entries, Task<NameAnswer>? outside, CancellationToken cancellationToken)
    {
        var (sight, found) = await AskAsync("from the portal's pod", $"{host}, by the house's DNS", stop => network.ResolveAsync(host, stop), cancellationToken);
        if (found is null)
            return sight;
        var (outcome, sentence) = outside is null ? NameAnswers.OfHouse(found, entries) : NameAnswers.OfTunnel(found, entries, (await outside).Addresses);
        return sight with { Outcome = outcome, Sentence = sentence };
    }

    public Task<NameAnswer> AskPublicAsync(string host, CancellationToken cancellationToken) =>
        AskAsync("from a public resolver", $"{host}, by public DNS", stop => resolver.FindAsync(host, stop), cancellationToken);

    private async Task<NameAnswer> AskAsync(string vantage, string target, Func<CancellationToken, Task<IReadOnlyList<IPAddress>>> ask, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        NameAnswer Answer(ProbeOutcome outcome, string sentence, IReadOnlyList<IPAddress>? found = null) => new(new ProbeSight(HopKind.Dns, vantage, target, outcome, sentence, time.GetElapsedTime(began)), found);
        using var limit = new CancellationTokenSource(ProbeBudget.Dns, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var found = await ask(both.Token);
            var (outcome, sentence) = NameAnswers.OfHouse(found, []);
            return Answer(outcome, sentence, found);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Answer(ProbeOutcome.Unreachable, $"It gave no answer within {ProbeBudget.Dns.TotalMilliseconds:0} ms.");
        }
        catch (Exception fault) when (fault is SocketException or IExplainedFault or ProbeFault)
        {
            return Answer(ProbeOutcome.NotTested, fault is SocketException ? "The resolver could not be asked." : fault.Message);
        }
    }
}
