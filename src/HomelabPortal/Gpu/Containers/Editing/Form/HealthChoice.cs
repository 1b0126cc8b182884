namespace HomelabPortal.Gpu.Containers.Editing.Form;

/// <summary>Who says whether a container serves.</summary>
public enum HealthChoice
{
    Image,
    Command,
    None,
}
