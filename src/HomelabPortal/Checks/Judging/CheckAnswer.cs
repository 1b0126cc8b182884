namespace HomelabPortal.Checks.Judging;

/// <summary>What one try found, in one sentence that holds nothing of what was read.</summary>
/// <param name="Took">How long the answer took; null without one.</param>
internal sealed record CheckAnswer(Verdict Verdict, string Words, TimeSpan? Took = null)
{
    public static CheckAnswer Up(string words, TimeSpan? took = null) => new(Verdict.Up, words, took);

    public static CheckAnswer Down(string words, TimeSpan? took = null) => new(Verdict.Down, words, took);

    public static CheckAnswer Unknown(string words) => new(Verdict.Unknown, words);
}
