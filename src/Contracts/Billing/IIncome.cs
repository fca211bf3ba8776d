namespace Anmin.Contracts.Billing;

/// <summary>What an institution took in, for rooms that must set something aside of it. Read-only.</summary>
public interface IIncome
{
    /// <summary>Booked in the days from <paramref name="from"/> to <paramref name="until"/>, both included.</summary>
    Task<IncomeSum> OfAsync(string institution, DateOnly from, DateOnly until, CancellationToken ct);
}

/// <summary>分.</summary>
/// <param name="Bills">Bills that were paid, in whole or in part.</param>
public sealed record IncomeSum(long PaidFen, long RefundedFen, int Bills)
{
    public long NetFen => PaidFen - RefundedFen;
}
