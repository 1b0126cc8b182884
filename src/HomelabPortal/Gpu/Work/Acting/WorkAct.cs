namespace HomelabPortal.Gpu.Work.Acting;

/// <summary>What can be done once to a container that somebody else keeps.</summary>
internal enum WorkAct
{
    Start,
    Stop,
    Restart,
}
