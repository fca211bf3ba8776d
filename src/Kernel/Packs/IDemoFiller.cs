namespace Anmin.Kernel.Packs;

/// <summary>Fills an empty database with invented cases by running the use cases. Same days and seed, same cases.</summary>
public interface IDemoFiller
{
    Task FillAsync(int days, int seed, IProgress<string> progress, CancellationToken ct);
}
