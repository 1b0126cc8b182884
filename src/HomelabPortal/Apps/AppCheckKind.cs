namespace HomelabPortal.Apps;

/// <summary>From where an app is looked at.</summary>
public enum AppCheckKind
{
    /// <summary>The pods or the container behind it.</summary>
    Workload,

    /// <summary>The route that leads to it in the house.</summary>
    House,

    /// <summary>The way in from outside.</summary>
    Internet,
}
