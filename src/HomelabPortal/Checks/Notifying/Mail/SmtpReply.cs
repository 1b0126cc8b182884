namespace HomelabPortal.Checks.Notifying.Mail;

/// <summary>What a mail server answered, all its lines.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsGood => Code is >= 200 and < 400;

    /// <summary>True when a line begins with this word, as those of EHLO do.</summary>
    public bool Offers(string word) => Lines.Any(line => line.Equals(word, StringComparison.OrdinalIgnoreCase) || line.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase));

    /// <summary>True when a line of EHLO begins with the first word and names the second.</summary>
    public bool Offers(string word, string choice) =>
        Lines.Any(line => line.Split([' ', '='], StringSplitOptions.RemoveEmptyEntries) is [var first, .. var rest] && first.Equals(word, StringComparison.OrdinalIgnoreCase) && rest.Contains(choice, StringComparer.OrdinalIgnoreCase));
}
