namespace HomelabPortal.Ui.Forms;

/// <summary>One of a few answers.</summary>
/// <param name="Value">What is stored or stands in the address.</param>
/// <param name="Text">What people read.</param>
/// <param name="Count">Shown beside the words where it helps to choose.</param>
/// <param name="DisabledReason">Why it cannot be chosen now; null while it can.</param>
public sealed record Choice(string Value, string Text, int? Count = null, string? DisabledReason = null)
{
    /// <summary>One letter that chooses it from the keyboard, where it is a link.</summary>
    public string? Key { get; init; }
}
