namespace HomelabPortal.Desired.Containers;

/// <summary>What happens when somebody changes, stops or removes a wanted container by hand.</summary>
public enum DriftRule
{
    /// <summary>It is put right.</summary>
    Restore,

    /// <summary>It is only said; a person decides.</summary>
    Notice,
}
