metadata description = 'Keeps the secrets: one for each login of each gemeente, the certificate, the administrator.'

param location string
param tags object
param name string

@description('The group that may set secrets.')
param operators string

@description('Who brings secrets into the cluster; may read them and nothing else.')
param reader string
param logs string
param subnet string
param zone string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { bypass: 'None', defaultAction: 'Deny' }
  }
}

var roles = {
  officer: { id: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7', who: operators, kind: 'Group' }
  reader: { id: '4633458b-17de-408a-b874-0445c86b69e6', who: reader, kind: 'ServicePrincipal' }
}

resource grants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(vault.id, role.key)
    scope: vault
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value.id)
      principalId: role.value.who
      principalType: role.value.kind
    }
  }
]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: vault
  properties: { workspaceId: logs, logs: [{ categoryGroup: 'audit', enabled: true }] }
}

module endpoint 'endpoint.bicep' = {
  params: {
    location: location
    tags: tags
    name: name
    resource: vault.id
    service: 'vault'
    subnet: subnet
    zone: zone
  }
}

output uri string = vault.properties.vaultUri
