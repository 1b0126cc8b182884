using System.Text;

namespace HomelabPortal.Simulator.Kubernetes.Exec;

/// <summary>What a simulated program writes to, and the terminal it may sit at.</summary>
internal sealed class ContainerIo(ChannelSocket socket, bool hasTerminal)
{
    public bool HasTerminal => hasTerminal;

    public (int Columns, int Rows) Size { get; set; } = (80, 24);

    public Task WriteAsync(string text, CancellationToken cancellationToken) => SendAsync(ChannelSocket.Output, text, cancellationToken);

    /// <summary>A terminal has one stream for both.</summary>
    public Task WriteErrorAsync(string text, CancellationToken cancellationToken) =>
        SendAsync(hasTerminal ? ChannelSocket.Output : ChannelSocket.Errors, text, cancellationToken);

    private Task SendAsync(byte channel, string text, CancellationToken cancellationToken) =>
        socket.SendAsync(channel, Encoding.UTF8.GetBytes(hasTerminal ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text), cancellationToken);
}
