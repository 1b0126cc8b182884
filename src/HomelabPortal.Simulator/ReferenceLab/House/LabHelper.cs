namespace HomelabPortal.Simulator.ReferenceLab.House;

/// <summary>A container that starts before an app's own.</summary>
/// <param name="Stays">It keeps running beside the app.</param>
internal sealed record LabHelper(string Name, string Image, bool Stays = false);
