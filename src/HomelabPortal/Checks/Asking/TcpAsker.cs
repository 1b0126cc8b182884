using HomelabPortal.Checks.Judging;
using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks.Asking;

/// <summary>Connects, and sends nothing.</summary>
internal sealed class TcpAsker(CheckNetwork network, TimeProvider time)
{
    public async Task<CheckAnswer> AskAsync(TcpQuestion question, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        await using var stream = await network.ConnectAsync(question.Host, question.Port, cancellationToken);
        return CheckAnswer.Up("It takes connections.", time.GetElapsedTime(began));
    }
}
