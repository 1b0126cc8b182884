namespace HomelabPortal.Ui.Charts;

/// <summary>A mark of a time axis.</summary>
/// <param name="Share">From 0 at the left to 1 at the right.</param>
public readonly record struct TimeTick(double Share, string Text);
