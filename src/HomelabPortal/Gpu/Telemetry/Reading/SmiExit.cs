namespace HomelabPortal.Gpu.Telemetry.Reading;

/// <summary>The exit codes of nvidia-smi as a sentence with what to do.</summary>
internal static class SmiExit
{
    public const int UnknownField = 2;

    /// <summary>"Failed to initialize NVML: Unknown Error", in a container whose right to the card was taken away while it ran.</summary>
    public const int LostCard = 255;

    public static string Words(int code) => code switch
    {
        UnknownField => "nvidia-smi does not know a field it was asked for. The driver is older than this portal expects: update it.",
        3 => "nvidia-smi cannot do this on this card.",
        4 => "nvidia-smi may not look at the card. Give the probe its GPU by another attachment mode, under Docker:Hosts.",
        6 => "nvidia-smi finds no card. Look whether the host still lists it: nvidia-smi -L.",
        8 => "A power cable of the card is not plugged in. Switch the machine off and look.",
        9 => "The NVIDIA driver of the host is not loaded. Load it (modprobe nvidia) or install it again after a kernel update, then restart the containers that use the card.",
        10 => "The driver sees a problem with interrupts of the card. Read the kernel's log on the host.",
        12 => "The driver's library is missing in the container. The GPU was not attached as it should be: check the NVIDIA container toolkit on the host.",
        13 => "The driver's library is older than nvidia-smi expects. Restart the host after an update of the driver.",
        14 => "The card's own memory of settings is damaged. Read the kernel's log on the host.",
        15 => "The card has fallen off the bus and needs a restart of the host. If it comes back, look at its power and its slot.",
        126 or 127 => "There is no nvidia-smi in the container. The image must have a glibc, and the GPU must be attached with the utility capability.",
        LostCard => "The driver does not answer inside the container, as after a reload of the host's service manager. Restart the container.",
        _ => $"nvidia-smi ended with {code}. Try it on the host.",
    };
}
