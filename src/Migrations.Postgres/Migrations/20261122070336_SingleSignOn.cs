using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SingleSignOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "identity_client",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    first_party = table.Column<bool>(type: "boolean", nullable: false),
                    redirects = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
                    signed_out = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
                    back_channel = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    scopes = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    permissions = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    division = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    per_minute = table.Column<int>(type: "integer", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    secret_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    old_secret_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    old_secret_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_client", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_consent",
                columns: table => new
                {
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    client_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    scopes = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_consent", x => new { x.staff_id, x.client_id });
                });

            migrationBuilder.CreateTable(
                name: "identity_grant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scopes = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    nonce = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    auth_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    methods = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    redirect_uri = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    challenge = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    code_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    code_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoke_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_grant", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_logout_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_logout_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_signing_key",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    @public = table.Column<string>(name: "public", type: "character varying(2000)", maxLength: 2000, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", maxLength: 4000, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signs_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signs_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    gone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_signing_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_refresh_token",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_refresh_token", x => x.hash);
                    table.ForeignKey(
                        name: "FK_identity_refresh_token_identity_grant_grant_id",
                        column: x => x.grant_id,
                        principalTable: "identity_grant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_identity_client_name",
                table: "identity_client",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_grant_code_hash",
                table: "identity_grant",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_grant_created_at",
                table: "identity_grant",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_identity_grant_session_id_client_id",
                table: "identity_grant",
                columns: new[] { "session_id", "client_id" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_logout_notice_next_at",
                table: "identity_logout_notice",
                column: "next_at");

            migrationBuilder.CreateIndex(
                name: "IX_identity_logout_notice_session_id_client_id",
                table: "identity_logout_notice",
                columns: new[] { "session_id", "client_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_refresh_token_grant_id",
                table: "identity_refresh_token",
                column: "grant_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identity_client");

            migrationBuilder.DropTable(
                name: "identity_consent");

            migrationBuilder.DropTable(
                name: "identity_logout_notice");

            migrationBuilder.DropTable(
                name: "identity_refresh_token");

            migrationBuilder.DropTable(
                name: "identity_signing_key");

            migrationBuilder.DropTable(
                name: "identity_grant");
        }
    }
}
