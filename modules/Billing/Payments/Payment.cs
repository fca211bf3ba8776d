using Anmin.Kernel.Actors;

namespace Anmin.Billing.Payments;

/// <summary>现金, 银行卡, 单位转账, 扫码.</summary>
internal enum PayWay { Cash, Card, Transfer, Scan }

/// <summary>Pending: the channel was asked. Closed: given up before money came. Excess: money came when nothing was open, and waits to be given back.</summary>
internal enum PaymentState { Pending, Paid, Closed, Excess }

/// <summary>One sum that a family gives, or is about to give, for one bill. What was paid is never changed, by trigger. Amounts in 分 of CNY.</summary>
internal sealed class Payment : IOwnedByUnit
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid BillId { get; init; }

    /// <summary>商户单号: what the channel knows it by.</summary>
    public required string Number { get; init; }

    public required PayWay Way { get; init; }

    public PaymentState State { get; private set; }

    public required long AmountFen { get; init; }

    public required string Cashier { get; init; }

    public required string Division { get; init; }

    public required string? Institution { get; init; }

    /// <summary>A column of its own, for the data scope.</summary>
    public string? OpenedBy
    {
        get => Cashier;
        private init { }
    }

    public string? Origin
    {
        get => Institution;
        private init { }
    }

    /// <summary>The cashier's drawer; only of cash.</summary>
    public Guid? TillId { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? PaidAt { get; private set; }

    /// <summary>渠道流水号; one payment each.</summary>
    public string? Trade { get; private set; }

    /// <summary>Number of the card slip or of the transfer.</summary>
    public string? Reference { get; init; }

    /// <summary>Cash handed over, where more than was due: the change is the rest.</summary>
    public long? HandedFen { get; init; }

    public Payment Paid(DateTimeOffset at, string? trade = null)
    {
        (State, PaidAt, Trade) = (PaymentState.Paid, at, trade);
        return this;
    }

    public void Exceed(DateTimeOffset at, string trade) => (State, PaidAt, Trade) = (PaymentState.Excess, at, trade);

    public void Close() => State = PaymentState.Closed;
}

internal enum ReceiptKind { Payment, Refund }

/// <summary>收据. Its number exists once, in order and without gaps; append-only by trigger.</summary>
internal sealed class Receipt
{
    public required string Number { get; init; }

    public required ReceiptKind Kind { get; init; }

    /// <summary>Payment or refund it stands for; one receipt each.</summary>
    public required Guid Source { get; init; }

    public required Guid BillId { get; init; }

    public required string Institution { get; init; }

    /// <summary>分; of a refund what was given back.</summary>
    public required long AmountFen { get; init; }

    public required PayWay Way { get; init; }

    public required string IssuedBy { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>电子票据代码 where the finance department's system issued one; null for the paper receipt.</summary>
    public string? ElectronicCode { get; init; }
}

/// <summary>What a channel told us, whatever became of it. Append-only by trigger.</summary>
internal sealed class ChannelCall
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Channel { get; init; }

    /// <summary>Null where the message could not be trusted.</summary>
    public string? Order { get; init; }

    public string? Trade { get; init; }

    public long? AmountFen { get; init; }

    public string? Currency { get; init; }

    public required CallResult Result { get; init; }

    /// <summary>SHA-256 of the body.</summary>
    public required string BodyHash { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Booked: the money is on the bill. Repeat: told before. Late: nothing was open any more, kept as excess. The rest are refused.</summary>
internal enum CallResult { Booked, Repeat, Late, NotPaid, Forged, UnknownOrder, OtherAmount, OtherCurrency, OtherTrade }
