using System.Globalization;
using System.Text;
using HomelabPortal.Checks.Notifying.Sending;

namespace HomelabPortal.Checks.Notifying.Mail;

/// <summary>Commands and replies of RFC 5321 over one stream, bounded in what is read.</summary>
internal sealed class SmtpConversation(Stream stream)
{
    private const int MostLine = 2000;
    private const int MostLines = 100;
    private readonly byte[] _buffer = new byte[4096];
    private int _from;
    private int _to;

    /// <summary>After TLS began, nothing that was said before it counts.</summary>
    public bool HasUnread => _from < _to;

    /// <param name="what">What is tried, for the fault: "take the sender".</param>
    /// <exception cref="NotifyFault">The server said no.</exception>
    public async Task<SmtpReply> AskAsync(string command, string what, CancellationToken cancellationToken)
    {
        var reply = await TryAsync(command, cancellationToken);
        return reply.IsGood ? reply : throw new NotifyFault(reply.Refusal(what));
    }

    /// <returns>What the server said, also when that is no.</returns>
    /// <exception cref="NotifyFault">It said nothing that can be read.</exception>
    public async Task<SmtpReply> TryAsync(string command, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(command + "\r\n"), cancellationToken);
        return await ReplyAsync(cancellationToken);
    }

    /// <exception cref="NotifyFault">The server said no, or nothing that can be read.</exception>
    public async Task<SmtpReply> ReadAsync(string what, CancellationToken cancellationToken)
    {
        var reply = await ReplyAsync(cancellationToken);
        return reply.IsGood ? reply : throw new NotifyFault(reply.Refusal(what));
    }

    private async Task<SmtpReply> ReplyAsync(CancellationToken cancellationToken)
    {
        var (lines, code) = (new List<string>(), 0);
        while (lines.Count < MostLines)
        {
            var line = await LineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out code))
                throw new NotifyFault("The mail server does not speak SMTP. Is the port right, and the encryption?");
            lines.Add(line.Length > 4 ? line[4..].Trim() : "");
            if (line.Length == 3 || line[3] != '-')
                break;
        }

        return new SmtpReply(code, lines);
    }

    private async Task<string> LineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (line.Count < MostLine)
        {
            if (_from == _to)
            {
                (_from, _to) = (0, await stream.ReadAsync(_buffer, cancellationToken));
                if (_to == 0)
                    throw new NotifyFault("The mail server ended the connection.");
            }

            var next = _buffer[_from++];
            if (next == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(next);
        }

        throw new NotifyFault("The mail server does not speak SMTP. Is the port right, and the encryption?");
    }
}
