namespace HomelabPortal.Checks.Judging;

/// <summary>What one try came to.</summary>
public enum Verdict
{
    /// <summary>It could not be asked, which says nothing of it.</summary>
    Unknown,
    Up,
    Down,
}
