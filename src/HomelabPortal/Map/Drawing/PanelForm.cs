namespace HomelabPortal.Map.Drawing;

/// <summary>How the things of a panel are drawn.</summary>
public enum PanelForm
{
    /// <summary>One line each, with its name.</summary>
    Names,

    /// <summary>One small square each, with its state.</summary>
    Squares,

    /// <summary>One line for each state, with how many are in it.</summary>
    Counts,
}
