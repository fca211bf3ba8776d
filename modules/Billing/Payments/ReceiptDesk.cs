using Anmin.Billing.Bills;
using Anmin.Kernel.Outcomes;

namespace Anmin.Billing.Payments;

/// <summary>Numbers and issues receipts within the running commit.</summary>
internal sealed class ReceiptDesk(BillDesk desk, IElectronicReceipts electronic)
{
    public async Task<Outcome<Receipt>> IssueAsync(ReceiptKind kind, Guid source, Bill bill, long fen, PayWay way, CancellationToken ct)
    {
        if (!(await desk.NumberAsync("receipt", bill.Institution!, ct)).Try(out var number, out var problem)) return problem;
        var receipt = new Receipt
        {
            Number = number,
            Kind = kind,
            Source = source,
            BillId = bill.Id,
            Institution = bill.Institution!,
            AmountFen = fen,
            Way = way,
            IssuedBy = desk.By.Id,
            IssuedAt = desk.Now,
            ElectronicCode = await electronic.IssueAsync(number, fen, ct),
        };
        desk.Db.Add(receipt);
        return receipt;
    }
}
