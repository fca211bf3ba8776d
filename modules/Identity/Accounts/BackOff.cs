namespace Anmin.Identity.Accounts;

/// <summary>How long an account rests after so many wrong tries in a row: 1, 2, 4, 8 … minutes from the given number on, and never longer than the longest.</summary>
internal readonly record struct BackOff(int From, TimeSpan Longest)
{
    /// <returns>Null while there are tries left.</returns>
    public TimeSpan? After(int failures)
    {
        if (failures < From) return null;
        var doublings = Math.Min(failures - From, 30);
        var pause = TimeSpan.FromMinutes(1L << doublings);
        return pause < Longest ? pause : Longest;
    }
}
