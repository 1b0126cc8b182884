using HomelabPortal.Platform;

namespace HomelabPortal.Checks.Notifying.Mail;

/// <summary>What a mail server answered, all its lines.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int MostSaid = 200;

    public bool IsGood => Code is >= 200 and < 400;

    /// <summary>A no in words.</summary>
    /// <param name="what">What was tried: "take the sender".</param>
    public string Refusal(string what)
    {
        var said = VisibleText.Of(string.Join(' ', Lines));
        return $"The mail server did not {what}: {Code} {(said.Length > MostSaid ? said[..MostSaid] : said)}";
    }

    /// <summary>True when a line begins with this word, as those of EHLO do.</summary>
    public bool Offers(string word) => Lines.Any(line => line.Equals(word, StringComparison.OrdinalIgnoreCase) || line.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase));

    /// <summary>True when a line of EHLO begins with the first word and names the second.</summary>
    public bool Offers(string word, string choice) =>
        Lines.Any(line => line.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries) is [var first, .. var rest] && first.Equals(word, StringComparison.OrdinalIgnoreCase) && rest.Contains(choice, StringComparer.OrdinalIgnoreCase));
}
