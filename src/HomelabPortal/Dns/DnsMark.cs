namespace HomelabPortal.Dns;

/// <summary>
/// The ownership mark in a record's comment: <c>hlp1:instance:owner</c>, and after a space a note that is the owner's.
/// No TXT sibling: it would break the wildcard.
/// </summary>
public readonly record struct DnsMark(string Instance, string OwnerId)
{
    /// <summary>Cloudflare's limit for a comment on the free plan.</summary>
    public const int MostCharacters = 100;

    private const string Version = "hlp1";

    /// <summary>How long a note may be beside this mark.</summary>
    public int RoomForNote => MostCharacters - ToString().Length - 1;

    public override string ToString() => $"{Version}:{Instance}:{OwnerId}";

    /// <summary>The whole comment; a note that does not fit is cut.</summary>
    public string With(string? note)
    {
        var words = string.Join(' ', string.Concat((note ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (words.Length == 0 || RoomForNote < 2)
            return ToString();
        return words.Length <= RoomForNote ? $"{this} {words}" : $"{this} {words[..End(words, RoomForNote - 1)].TrimEnd()}…";
    }

    public static DnsMark? Read(string? comment) =>
        Halves(comment).Mark.Split(':') is [Version, { Length: > 0 } instance, { Length: > 0 } owner] ? new DnsMark(instance, owner) : null;

    /// <summary>What a comment says beside a mark: all of it when there is none; null for nothing.</summary>
    public static string? NoteIn(string? comment)
    {
        var note = Read(comment) is null ? comment?.Trim() : Halves(comment).Note;
        return string.IsNullOrEmpty(note) ? null : note;
    }

    private static (string Mark, string Note) Halves(string? comment)
    {
        var parts = (comment ?? "").Trim().Split(' ', 2);
        return (parts[0], parts.Length > 1 ? parts[1].Trim() : "");
    }

    /// <summary>Never between the two halves of one character.</summary>
    private static int End(string words, int at) => char.IsHighSurrogate(words[at - 1]) ? at - 1 : at;
}
