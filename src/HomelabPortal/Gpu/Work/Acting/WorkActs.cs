namespace HomelabPortal.Gpu.Work.Acting;

/// <summary>The acts in words.</summary>
internal static class WorkActs
{
    public static string Verb(this WorkAct act) => act switch
    {
        WorkAct.Start => "Start",
        WorkAct.Stop => "Stop",
        _ => "Restart",
    };

    /// <summary>What happened, or that nothing needed to.</summary>
    public static string Said(this WorkAct act, string name, bool wasAlready) => (act, wasAlready) switch
    {
        (WorkAct.Start, true) => $"{name} runs already",
        (WorkAct.Start, _) => $"Started {name}",
        (WorkAct.Stop, true) => $"{name} was stopped already",
        (WorkAct.Stop, _) => $"Stopped {name}",
        _ => $"Restarted {name}",
    };
}
