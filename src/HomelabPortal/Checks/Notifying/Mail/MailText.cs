using System.Globalization;
using System.Net.Mail;
using System.Text;
using HomelabPortal.Checks.Notifying.Sending;
using HomelabPortal.Desired.Channels;

namespace HomelabPortal.Checks.Notifying.Mail;

/// <summary>Pure: a message as mail. Everything that is not ours is encoded, so that no name can become a header.</summary>
internal static class MailText
{
    private const int LineLength = 76;
    private const int SubjectPiece = 42;

    public static string Of(MailServer server, Message message, string id, DateTimeOffset now)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"From: Homelab portal <{AddressOf(server.From)}>\r\n");
        text.Append(CultureInfo.InvariantCulture, $"To: {string.Join(", ", Recipients(server))}\r\n");
        text.Append(CultureInfo.InvariantCulture, $"Subject: {Subject(message.Title)}\r\n");
        text.Append(CultureInfo.InvariantCulture, $"Date: {now.UtcDateTime:ddd, dd MMM yyyy HH:mm:ss} +0000\r\n");
        text.Append(CultureInfo.InvariantCulture, $"Message-ID: <{id}@{AddressOf(server.From).Split('@')[^1]}>\r\n");
        // Nobody's out-of-office answers a machine that is told so.
        text.Append("Auto-Submitted: auto-generated\r\n");
        if (message.IsUrgent)
            text.Append("X-Priority: 1\r\n");
        text.Append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{message.Text.ReplaceLineEndings("\r\n")}\r\n{(message.Href is null ? "" : $"\r\n{message.Href}\r\n")}"));
        for (var at = 0; at < body.Length; at += LineLength)
            text.Append(body.AsSpan(at, Math.Min(LineLength, body.Length - at))).Append("\r\n");
        return text.ToString();
    }

    public static IReadOnlyList<string> Recipients(MailServer server) => [.. server.To.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(AddressOf)];

    /// <summary>The bare address: what a form took is one, and what is none does not go into a command.</summary>
    public static string AddressOf(string text) => MailAddress.TryCreate(text.Trim(), out var address) && address.Address.All(letter => letter > ' ' && letter is not ('<' or '>'))
        ? address.Address : throw new NotifyFault($"“{text}” is no e-mail address.");

    /// <summary>In pieces, since one encoded word has 75 characters at most.</summary>
    private static string Subject(string title)
    {
        var (pieces, piece, bytes) = (new List<string>(), new StringBuilder(), 0);
        foreach (var rune in title.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > SubjectPiece)
            {
                pieces.Add(piece.ToString());
                (bytes, _) = (0, piece.Clear());
            }

            piece.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        pieces.Add(piece.ToString());
        return string.Join("\r\n ", pieces.Select(one => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(one))}?="));
    }
}
