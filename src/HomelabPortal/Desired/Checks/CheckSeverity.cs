namespace HomelabPortal.Desired.Checks;

/// <summary>How much it matters that a check is down.</summary>
public enum CheckSeverity
{
    Warning,
    Critical,
}
